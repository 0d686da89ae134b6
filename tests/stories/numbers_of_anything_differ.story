# story: numbers of a thing with no deed of its own, of a name and of a vote are shown where they differ; of other things, days and lists they are not
article cables1.txt  date=2024-05-14  outlet=Orra Post
  Cables of the footbridge

  Divers found two broken cables below the Harrow footbridge in Tarnside on Monday.

  Bruno Lowe won the election in Tarnside on 5 May with 62 per cent of the vote.

article cables2.txt  date=2024-05-14  outlet=Morning Wire
  What the divers saw

  Divers found three broken cables below the Harrow footbridge in Tarnside on Monday.

  Tarnside, home to 12,400 people, lies on the Harrow.

article cables3.txt  date=2024-05-15  outlet=Weekly Lantern
  A town and its footbridge

  Bruno Lowe took 58 per cent of the vote in Tarnside on 5 May.

  Rain fell on Tarnside, home to 16,800 people. Five cables were sold to the Harrow works on Monday.

build

query disagree --columns about,value,article
----
how many: cables | 2 | cables1.txt
how many: cables | 3 | cables2.txt
how many: share of the vote | 62 | cables1.txt
how many: share of the vote | 58 | cables3.txt
how many: residents of Tarnside | 12400 | cables2.txt
how many: residents of Tarnside | 16800 | cables3.txt
