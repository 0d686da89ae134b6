# story: one article gives both counts, each with its source
article fair.txt  date=2024-05-13  outlet=Orra Post
  The lantern fair of Vale

  Police said 800 people marched through Vale on Sunday. Organisers put the number at 2,600.

article choir.txt  date=2024-05-13  outlet=Morning Wire
  Sixty voices and one stove

  Ben Ives, who conducts the choir of Orra, will try to find a hall for all sixty singers.

build

query disagree --columns about,value,said_by,article
----
how many: marchers | 800 | Police | fair.txt
how many: marchers | 2600 | Organisers | fair.txt
