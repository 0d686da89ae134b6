# story: relatives that one article names and another only calls
article post.txt  date=2024-03-02
  A coat and a name

  Edda Marlow runs the workshop in Marl with Casper Marlow, her younger brother and its treasurer. "A great many hands touch a coat," Edda Marlow said.

  Her brother was shorter. "Only one of them signs it," he said.

article echo.txt  date=2024-03-05
  The workshop replies

  Edda Marlow did not want to speak of the coat. Her brother did. "Page forty," he said.

  Tobias Okoro, 20, made the first drawing. His mother was not impressed. "What was he a member of?" she asked.

article ledger.txt  date=2024-03-09
  What she kept

  Maureen Okoro keeps the drawing in a drawer. Tobias Okoro was her only son. "I look at it on Sundays," Maureen Okoro said. Edda Marlow has never seen it.

build

query quotes --kind direct --columns article,said_by,text
----
echo.txt | Casper Marlow | Page forty,
echo.txt | Maureen Okoro | What was he a member of?
ledger.txt | Maureen Okoro | I look at it on Sundays,
post.txt | Edda Marlow | A great many hands touch a coat,
post.txt | Casper Marlow | Only one of them signs it,
