# story: two ages of one person are shown, a birthday between the tellings is not
article a.txt  date=2024-05-13  outlet=Orra Post
  Walker saved from the Harrow footbridge

  The Harrow footbridge in Tarnside collapsed on Sunday. Ina Lowe, 41, held on to a rail until a boat came. Bo Marlow, 30, ran for help.

article b.txt  date=2024-05-14  outlet=Morning Wire
  Footbridge collapsed in Tarnside

  The Harrow footbridge in Tarnside collapsed on Sunday. Ina Lowe, 45, held on to a rail until a boat came. Bo Marlow, 31, ran for help.

build

query disagree --columns about,value,article
----
how old: Ina Lowe | 41 on 2024-05-13 | a.txt
how old: Ina Lowe | 45 on 2024-05-14 | b.txt
