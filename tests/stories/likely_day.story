# story: most articles that share its rare words are of one week: a likely day, which is no proof
article mill1.txt  date=2023-03-06
  The weir at Ostrey Mill

  A crane lifted the broken sluice gate out of the weir at Ostrey Mill. Divers had cut its hinges.

article mill2.txt  date=2023-03-07
  Divers at the weir

  Two divers went back to Ostrey Mill, where the sluice gate had given way. The weir holds.

article mill3.txt  date=2023-03-09
  A new gate

  Carpenters at Ostrey Mill began a new sluice gate of oak for the weir. The old hinges are kept.

article fair.txt  date=2022-08-20
  The fair at Lund

  A thousand people came to the fair at Lund and ate plum cake in the rain.

article choir.txt  date=2021-11-02
  The choir is full

  The choir at Lund takes no more singers. Its hall has sixty chairs and a stove.

article bridge.txt  date=2023-09-30
  Paint for the bridge

  The bridge at Lund is painted green. The painters had asked for blue.

article note.txt
  What the divers saw

  The hinges of the sluice gate at Ostrey Mill were worn through, the divers said. The weir is sound.

article recipe.txt
  A soup of leeks

  Cut the leeks small, and let them stand in cold water. Salt comes at the end.

build

query dates --columns article,basis,candidate,origin,as,verdict
----
bridge.txt | stated | 30 Sep 2023 | first-line | 2023-09-30 | yes
choir.txt | stated | 2 Nov 2021 | first-line | 2021-11-02 | yes
fair.txt | stated | 20 Aug 2022 | first-line | 2022-08-20 | yes
mill1.txt | stated | 6 Mar 2023 | first-line | 2023-03-06 | yes
mill2.txt | stated | 7 Mar 2023 | first-line | 2023-03-07 | yes
mill3.txt | stated | 9 Mar 2023 | first-line | 2023-03-09 | yes
note.txt | unknown | 7 Mar 2023 | other articles | Ostrey | no: likely, but nothing proves it
recipe.txt | unknown | no date |  |  |
