# story: two counts of one march and of one fall are shown with their sources; bounds, rounding, growth and corrections are not
article march1.txt  date=2024-05-13  outlet=Orra Post
  Marchers fill Castlebrook

  Organisers said 2,600 people marched through Castlebrook for the weir on Sunday.

article march2.txt  date=2024-05-13  outlet=Morning Wire
  A march for the weir

  Police said 800 people marched through Castlebrook for the weir on Sunday.

article bridge1.txt  date=2024-06-04  outlet=Orra Post
  Footbridge falls in Tarnside

  At least 17 walkers were killed as the Harrow footbridge in Tarnside fell on Monday.

article bridge2.txt  date=2024-06-05  outlet=Orra Post
  Footbridge toll rises

  The number of dead in the fall of the Harrow footbridge in Tarnside now stands at 21.

article bridge3.txt  date=2024-06-07  outlet=Morning Wire
  Footbridge toll put right

  The death toll of the Harrow footbridge in Tarnside was corrected to 19 after a list was read again.

article bridge4.txt  date=2024-06-04  outlet=Morning Wire
  Footbridge in Tarnside

  Forty-three walkers were killed or injured as the Harrow footbridge in Tarnside fell on Monday.

build

query disagree --columns about,value,said_by,article
----
how many: marchers | 2600 | Organisers | march1.txt
how many: marchers | 800 | Police | march2.txt
