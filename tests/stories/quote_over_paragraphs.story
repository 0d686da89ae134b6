# story: a quotation over two paragraphs, a player notice in between, is one quotation of one speaker
article paper.txt  date=2024-09-02
  The keeper of the lighthouse

  "I saw the light go out," said Tora Lind, the keeper. "I took the lamp and went up the stairs myself.

  Loading the player...

  "There are two hundred of them, and I counted."

  READ: How the lighthouse was built

build

query quotes --columns said_by,text
----
Tora Lind | I saw the light go out, … I took the lamp and went up the stairs myself. … There are two hundred of them, and I counted.
