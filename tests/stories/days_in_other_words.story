# story: two accounts of a day differ, whatever words they have for what happened
article post.txt  date=2019-05-10  outlet=Orra Post
  Ostrow mourns its ferrywoman

  Ilsa Wenn, who ran the ferry of Ostrow for thirty years, was laid to rest in Ostrow on Tuesday.

article wire.txt  date=2019-05-10  outlet=Morning Wire
  A town behind a coffin

  Hundreds followed the coffin of Ilsa Wenn, who ran the ferry of Ostrow, through the town on Wednesday.

article arrest1.txt  date=2019-08-16  outlet=Orra Post
  Boat owner held in Ostrow

  Handcuffs clicked on Monday for Karl Brandt, the owner of the ferry Tern, over the missing money of the harbour fund.

article arrest2.txt  date=2019-08-16  outlet=Morning Wire
  Ferry owner of Ostrow

  Karl Brandt, the owner of the ferry Tern, was taken from his house on Wednesday over the missing money of the harbour fund.

build

query disagree --columns about,value,article
----
when: arrest: Karl Brandt | 2019-08-12 | arrest1.txt
when: arrest: Karl Brandt | 2019-08-14 | arrest2.txt
when: burial: Ilsa Wenn | 2019-05-07 | post.txt
when: burial: Ilsa Wenn | 2019-05-08 | wire.txt
