# story: something that happened is known by its day elsewhere, and dates those who tell how long ago it was
article chimney.txt  date=2017-08-14
  The chimney of Ostrow

  The chimney collapsed on Saturday. The chimney stood above the harbour of Ostrow for a century.

article year.txt
  One year

  Exactly a year ago the chimney above the harbour of Ostrow collapsed.

article manager.txt
  The works without a head

  Three weeks after the chimney above the harbour of Ostrow collapsed, the manager resigned on Thursday.

article count.txt  date=2022-10-03
  A long night in Karsk

  Karsk counted the votes of Sunday's election until four in the morning.

article seat.txt
  A baker in the council

  The baker Edda Holm won a seat in last month's election in Karsk.

article couple.txt  date=2021-11-20
  The house by the sea

  In September, the couple Ines Brask and Toma Vey wrote that they had sold the house by the sea in Ostrow.

article later.txt
  What became of the house

  Back in October last year, Ines Brask wrote that she had sold the house by the sea in Ostrow.

build

query dates --columns article,basis,candidate
----
chimney.txt | stated | 14 Aug 2017
count.txt | stated | 3 Oct 2022
couple.txt | stated | 20 Nov 2021
later.txt | unknown | no date
manager.txt | inferred | 31 Aug – 6 Sep 2017
seat.txt | inferred | 1–30 Nov 2022
year.txt | inferred | 12 Aug 2018
