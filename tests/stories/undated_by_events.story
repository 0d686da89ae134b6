# story: something that happened is known by its day elsewhere, and dates those who tell how long ago it was
article fall.txt  date=2017-08-14
  The bridge at Ostrow

  The bridge fell on Saturday. The bridge carried the coast road into Ostrow.

article year.txt
  One year

  The bridge on the coast road into Ostrow fell exactly a year ago.

article mayor.txt
  The mayor goes

  Two weeks after the bridge on the coast road into Ostrow fell, the mayor quit on Friday.

article count.txt  date=2022-10-03
  The count in Karsk

  Turnout in Sunday's election in Karsk was 61 per cent.

article seat.txt
  A seat lost

  Edda Holm lost her seat in last month's election in Karsk.

build

query dates --columns article,basis,candidate
----
count.txt | stated | 3 Oct 2022
fall.txt | stated | 14 Aug 2017
mayor.txt | inferred | 25–31 Aug 2017
seat.txt | inferred | 1–30 Nov 2022
year.txt | inferred | 12 Aug 2018
