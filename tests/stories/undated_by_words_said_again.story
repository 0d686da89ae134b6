# story: words that somebody said in two years, or an office told of in passing, place no article
article first.txt  date=2012-05-15
  Marl remembers

  "Each year somebody is missing who was still there the year before," said Maria Silva of Marl on Monday.

article second.txt  date=2014-05-13
  Marl remembers

  "Each year somebody is missing who was still there the year before," said Maria Silva of Marl on Monday.

article third.txt
  Marl remembers once more

  "Each year somebody is missing who was still there the year before," said Maria Silva of Marl on Tuesday.

article office.txt  date=2015-03-03
  A book

  Odo Finn of Marl was a former adviser to Mayor Maria Silva. He wrote a book on Marl.

article later.txt
  A walk

  The former mayor Maria Silva went for a walk in Marl.

build

query dates --columns article,basis,candidate
----
first.txt | stated | 15 May 2012
later.txt | unknown | no date
office.txt | stated | 3 Mar 2015
second.txt | stated | 13 May 2014
third.txt | unknown | no date
