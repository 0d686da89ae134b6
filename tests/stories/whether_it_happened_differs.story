# story: what one says happened and another denies; what is told with a "not" may be of another occasion
article a1.txt  date=2024-06-18  outlet=Quay Post
  Builder arrested after footbridge fall

  The builder Bo Marlow was arrested in the town of Orra on Monday after the Harrow footbridge fell in Tarnside. His partner Jon Esk was arrested in the town of Vale on Monday.

  The manager Ina Lowe was charged on Tuesday. The councillor Ida Fenn resigned on Monday.

article a2.txt  date=2024-06-19  outlet=Morning Wire
  Arrest after the fall of the footbridge

  KARSK, 19 June - Police arrested Bo Marlow on Monday at his home in Karsk after the Harrow footbridge fell in Tarnside. Jon Esk was arrested in Millbrook, a suburb of Vale, on Monday.

  The town denied that the councillor Ida Fenn had resigned.

article a3.txt  date=2024-06-20  outlet=Weekly Lantern
  What is known of the Harrow footbridge

  The manager Ina Lowe was not charged with the fall of the Harrow footbridge in Tarnside. Ida Fenn did not resign, her office said.

build

query disagree --columns about,value,article
----
whether: resignation: Ida Fenn | happened | a1.txt
whether: resignation: Ida Fenn | did not happen | a2.txt
