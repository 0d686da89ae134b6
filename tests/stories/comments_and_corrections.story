# story: what is comment, what is taken back, and what goes on about one event
article wire.txt  date=2024-06-11  outlet=Meridian Wire
  Roof falls in Vale

  The roof of the market hall in Vale came down on Monday night, killing 7 people. Vera Bell, a baker from Orra, lost her stall.

  "We asked for a new roof and we got a new sign," said the mayor, Adam Marsh.

article ledger.txt  date=2024-06-12  outlet=Vale Ledger
  Grief in Vale

  The roof of the market hall in Vale came down on Monday night, killing 7 people. The death toll rose to 9 from 7.

  Vera Bell (43) lost her stall. Marsh told the council: "We asked for a new roof and we got a new sign."

  It is hard to see what a sign is good for.

article late.txt  date=2024-06-13  outlet=Vale Ledger
  Who let the roof of Vale fall?

  Not 9 but 8 people died when the roof of the market hall in Vale came down, the fire service said. Masons came on Wednesday.

  Correction: an earlier report said Vera Bell lost her stall; it was her van.

article again.txt  date=2024-06-14  outlet=Orra Mail
  A sign in Vale

  The roof of the market hall in Vale came down on Monday night. It is hard to see what a sign is good for.

build

query new ledger.txt --columns label,text,earlier_source
----
repeat | The roof of the market hall in Vale came down on Monday night, killing 7 people. | wire.txt
update | The death toll rose to 9 from 7. | wire.txt
repeat | Vera Bell (43) lost her stall. | wire.txt
repeat | Marsh told the council: "We asked for a new roof and we got a new sign." | wire.txt
comment | It is hard to see what a sign is good for. |

# Printed again it is a comment still.
query new again.txt --columns label,text,earlier_source
----
background | The roof of the market hall in Vale came down on Monday night. | wire.txt
comment | It is hard to see what a sign is good for. | ledger.txt

# Its headline is no sentence of it; its note is no news but for what it takes back.
query new late.txt --columns label,text
----
correction | Not 9 but 8 people died when the roof of the market hall in Vale came down, the fire service said.
new | Masons came on Wednesday.
correction | Correction: an earlier report said Vera Bell lost her stall; it was her van.
