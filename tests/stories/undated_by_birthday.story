# story: ages and a birthday together leave one year
article bench.txt  date=2019-09-29
  A bench by the river

  Edda Marlow, 35, gave a bench to the town of Orra. Ben Ives, her husband, built it.

article lake.txt
  The lake in winter

  Edda Marlow went to the lake with Ben Ives.

  On December 1, the 38-year-old told her readers in Orra that she had swum there as part of this year's birthday celebrations.

  "It was cold and it was lovely," Marlow said.

build

query dates --columns article,basis,candidate
----
bench.txt | stated | 29 Sep 2019
lake.txt | inferred | 1 Dec 2021 – 30 Nov 2022

query times --columns article,text,earliest,latest,anchor
----
bench.txt | 2019-09-29 | 2019-09-29 | 2019-09-29 | none
lake.txt | winter |  |  | unresolved
lake.txt | December 1 | 2021-12-01 | 2021-12-01 | inferred
lake.txt | this year | 2021-01-01 | 2022-12-31 | inferred
