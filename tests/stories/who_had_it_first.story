# story: one statement in four articles, one of them without a date
article agency.txt  date=2024-05-02
  Ferry stopped for the winter

  "The ferry will not sail again before March, and we know what that means for the island," Edda Marlow told the Marl Echo on Thursday.

article echo.txt  date=2024-05-03
  Island to be cut off

  "The ferry will not sail again before March," Marlow said.

article post.txt  date=2024-05-04
  No ferry for months

  "The ferry will not sail again before May, and we know what that means for the island," said Edda Marlow.

article saved.txt
  A winter without a ferry

  Speaking at the quay, Edda Marlow said: "We know what that means for the island."

build

query quotes --columns article,text,first_in_pile --kind direct
----
agency.txt | The ferry will not sail again before March, and we know what that means for the island, | maybe
echo.txt | The ferry will not sail again before March, | no
post.txt | The ferry will not sail again before May, and we know what that means for the island, | no
saved.txt | We know what that means for the island. | maybe

query quotes --first --columns article --kind direct
----
agency.txt
saved.txt
