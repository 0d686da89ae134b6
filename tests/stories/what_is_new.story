# story: what each article adds, and what was told before
article wire.txt  date=2024-06-11  outlet=Meridian Wire
  Roof falls in Vale

  The roof of the market hall in Vale came down on Monday night, the fire service said. Forty traders must move to the school yard.

article ledger.txt  date=2024-06-12  outlet=Vale Ledger
  After the fall of the roof

  The roof of the market hall in Vale came down on Monday night, the fire service said. The town wants to have a new one by the winter.

article diary.txt  outlet=Vale Diary
  The roof of the market hall in Vale came down on Monday night, the fire service said. A clock still ticked in the dust.

article month.txt  date=2024-07-15  outlet=Orra Post
  Traders of Vale ask for a roof

  The roof of the market hall in Vale came down on 10 June, the fire service said. Some clerks counted forty letters.

build

# What is printed again after more than three days is no news of these days.
query new month.txt --columns label,earlier_source,rule
----
background | wire.txt | news.background
new |  | news.in-no-earlier

query new wire.txt --columns label,text,earlier_source,unless_source
----
new | The roof of the market hall in Vale came down on Monday night, the fire service said. |  | diary.txt
new | Forty traders must move to the school yard. |  |

query new ledger.txt --columns label,text,earlier_source,earlier_text
----
repeat | The roof of the market hall in Vale came down on Monday night, the fire service said. | wire.txt | The roof of the market hall in Vale came down on Monday night, the fire service said
new | The town wants to have a new one by the winter. |  |

# Without a day of its own it is new unless another article is earlier.
query new diary.txt --columns label,text,unless_source
----
new | The roof of the market hall in Vale came down on Monday night, the fire service said. | wire.txt
new | A clock still ticked in the dust. |

refuse new a0
----
no article 'a0'
