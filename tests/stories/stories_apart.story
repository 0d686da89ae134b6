# story: three stories of one town: what shares only the town stays apart, what comes back after a year does not
article weir1.txt  date=2023-03-06  outlet=Orra Post
  The weir at Ostrey Mill gives way

  The sluice gate of the weir at Ostrey Mill broke on Sunday. Divers cut its hinges, a crane lifted it out.

article weir2.txt  date=2023-03-07  outlet=Morning Wire
  Divers at Ostrey Mill

  Two divers went back to the weir at Ostrey Mill, where a sluice gate had broken. The miller, Edda Marlow, watched them.

article weir3.txt  date=2024-03-05  outlet=Orra Post
  A year after the weir

  A year after its sluice gate broke, the weir at Ostrey Mill has a new one of oak. Edda Marlow opened it.

article choir1.txt  date=2023-03-06  outlet=Orra Post
  The choir of Orra is full

  The choir of Orra takes no more singers. Its conductor, Ben Ives, counted sixty voices and one stove.

article choir2.txt  date=2023-03-20  outlet=Morning Wire
  Sixty voices and one stove

  Ben Ives, who conducts the choir of Orra, will try to find a hall for all sixty singers.

article bees.txt  date=2023-03-07  outlet=Orra Post
  Bees in the bell tower

  A swarm of bees has settled in the bell tower of Orra. The bells are silent until May.

build

query stories --columns title,articles,origins,days,outlets
----
Divers at Ostrey Mill | 3 | 3 | 6 Mar 2023 – 5 Mar 2024 | Morning Wire, Orra Post
Sixty voices and one stove | 2 | 2 | 6–20 Mar 2023 | Morning Wire, Orra Post
Bees in the bell tower | 1 | 1 | 7 Mar 2023 | Orra Post
