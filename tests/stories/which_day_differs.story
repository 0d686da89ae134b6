# story: two days of one arrest and of one fall are shown; another deed, a plan, another person and what is counted back are not
article fall1.txt  date=2024-06-05  outlet=Orra Post
  Footbridge falls in Tarnside

  The Harrow footbridge in Tarnside collapsed on Monday.

article fall2.txt  date=2024-06-07  outlet=Morning Wire
  Footbridge in Tarnside

  The Harrow footbridge in Tarnside collapsed on 2 June.

article arrest1.txt  date=2024-06-20  outlet=Orra Post
  Builder arrested after footbridge fall

  Police arrested the builder Bo Marlow on 17 June. Mr Marlow was charged on Wednesday.

article arrest2.txt  date=2024-06-21  outlet=Morning Wire
  Arrest after the fall of the footbridge

  Bo Marlow, 52, a builder from Orra, was taken into custody on Friday, 14 June.

  The manager Ina Lowe was arrested on 18 June. The trial of Bo Marlow will open on 24 June.

article arrest3.txt  date=2024-06-22  outlet=Weekly Lantern
  What is known of the footbridge

  Bo Marlow was arrested three days ago.

build

query disagree --columns about,value,article
----
when: arrest: Bo Marlow | 2024-06-17 | arrest1.txt
when: arrest: Bo Marlow | 2024-06-14 | arrest2.txt
when: accident | 2024-06-03 | fall1.txt
when: accident | 2024-06-02 | fall2.txt
