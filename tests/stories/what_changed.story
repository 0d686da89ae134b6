# story: a count that grows and is revised, a case that moves on, a look back
article monday.txt  date=2024-05-14  outlet=Ridge Herald
  At least 7 miners died when a shaft at Ridgeholm was flooded on Monday.

  The overseer, Olaf Bremer, was charged with neglect over the flooded shaft at Ridgeholm.

article tuesday.txt  date=2024-05-15  outlet=Ridge Herald
  The death toll of the flooded shaft at Ridgeholm climbed to 9.

  Seven miners or more died on Monday when the shaft at Ridgeholm was flooded.

  Why did no bell ring?

article friday.txt  date=2024-05-17  outlet=Vale Ledger
  The death toll of the flooded shaft at Ridgeholm was corrected to 8.

article verdict.txt  date=2025-05-20  outlet=Vale Ledger
  The overseer, Olaf Bremer, was convicted of neglect over the flooded shaft at Ridgeholm.

  The shaft at Ridgeholm was flooded in May 2024, and miners died.

  Olaf Bremer wept when the judge read the names.

article undated.txt  outlet=Hill Post
  Miners died when a shaft at Ridgeholm was flooded.

build

query new tuesday.txt --columns label,text,earlier_source,rule
----
update | The death toll of the flooded shaft at Ridgeholm climbed to 9. | monday.txt | news.update-number
repeat | Seven miners or more died on Monday when the shaft at Ridgeholm was flooded. | monday.txt | news.told-earlier
comment | Why did no bell ring? |  | news.question

query new friday.txt --columns label,text,earlier_source,rule
----
correction | The death toll of the flooded shaft at Ridgeholm was corrected to 8. | tuesday.txt | news.correction-number

query new verdict.txt --columns label,text,earlier_source,rule
----
update | The overseer, Olaf Bremer, was convicted of neglect over the flooded shaft at Ridgeholm. | monday.txt | news.update-step
background | The shaft at Ridgeholm was flooded in May 2024, and miners died. | monday.txt | news.background
new | Olaf Bremer wept when the judge read the names. |  | news.in-no-earlier

# Without a day of its own it is new unless the others are earlier.
query new undated.txt --columns label,text,unless_source,rule
----
new | Miners died when a shaft at Ridgeholm was flooded. | monday.txt | news.unless-earlier
