# story: a full name joins people across articles, a surname alone does not where nothing else is shared
article one.txt  date=2024-01-10
  The choir of Vale

  Nora Pell led the choir. "We sang until the lamps went out," said Pell.

article two.txt  date=2024-01-11
  The choir sings on

  Nora Pell was asked to stay. "I have a cold, and I stay," Ms Pell said.

article three.txt  date=2024-01-12
  The other Pell

  Pell did not come to the council. "The council can wait for me," said Pell.

build

query quotes --columns said_by,article,text
----
Nora Pell | one.txt | We sang until the lamps went out,
Pell | three.txt | The council can wait for me,
Nora Pell | two.txt | I have a cold, and I stay,
