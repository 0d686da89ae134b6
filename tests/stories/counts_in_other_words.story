# story: one number told in other words is found where it differs, and what only sounds like it is not
article court1.txt  date=2024-05-14  outlet=Orra Post
  Eight years for the engineer

  The engineer Bo Marlow was locked up on Monday for eight years over the fall of the Harrow footbridge in Tarnside.

  The plan for a weir in Orra was carried in the council on Friday 10 May by 13 votes to nine.

article court2.txt  date=2024-05-14  outlet=Morning Wire
  After the footbridge

  A prison term of five years was imposed on the engineer Bo Marlow on Monday over the fall of the Harrow footbridge in Tarnside.

  In Tarnside, 12 of the walkers sustained injuries that day. He faces five years without work.

article court3.txt  date=2024-05-15  outlet=Weekly Lantern
  A weir for Orra

  Councillors in Orra backed the plan for a weir on Friday 10 May, 17 of them in favour.

  The long report on the Harrow footbridge, a 490-page book, is read in Tarnside on Sundays.

build

query disagree --columns about,value,article
----
how many: prison sentence: years | 8 | court1.txt
how many: prison sentence: years | 5 | court2.txt
how many: votes in favour | 13 | court1.txt
how many: votes in favour | 17 | court3.txt
