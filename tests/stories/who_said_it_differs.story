# story: two articles give the same whole quotation to two people; a cut of it under the right name is no third
article a.txt  date=2024-05-13  outlet=Orra Post
  The weir at Harrow is shut

  The weir at Harrow was shut on Sunday after a gate broke.

  “We have closed the weir at Harrow until a diver has looked at each of its nine gates,” said Anna Lopes, who speaks for the river board.

article b.txt  date=2024-05-14  outlet=Morning Wire
  Weir at Harrow stays shut

  The weir at Harrow stays shut after a gate broke on Sunday.

  “We have closed the weir at Harrow until a diver has looked at each of its nine gates,” said Peter Marlow, who speaks for the river board.

build

query disagree --columns kind,value,said_by,article
----
speaker | Anna Lopes | Anna Lopes | a.txt
speaker | Peter Marlow | Peter Marlow | b.txt
