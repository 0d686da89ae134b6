# story: what looks like evidence of a day and is none
article pier.txt  date=2014-12-05
  No charge over the pier

  Jory Blank, 43, was crushed at the pier of Marl in July. The harbour board said Blank's death was an accident.

article hearing.txt
  The pier again

  A court heard on the board. In 2017, the board dismissed two men. Jory Blank, 43, was working below the crane of the pier of Marl.

article fair.txt  date=2014-03-01
  The fair of Orra

  Stalls stood on the green of Orra. In 2016, the council closed the fair of Orra for good, as was noted on every page.

article geese.txt
  Geese at the fair

  Geese were sold in Orra. In 2016, the council closed the fair of Orra for good, as was noted on every page.

article sheriff.txt  date=2015-05-28
  A book by a former mayor

  The former mayor Tilda Renn has written a book about the weir of Marl.

article weir.txt
  The weir of Marl

  Mayor Tilda Renn waded below the weir of Marl.

build

query dates --columns article,basis,candidate,as
----
fair.txt | stated | 1 Mar 2014 | 2014-03-01
geese.txt | unknown | no date | 
hearing.txt | inferred | from 1 Jan 2017 | 2017
pier.txt | stated | 5 Dec 2014 | 2014-12-05
sheriff.txt | stated | 28 May 2015 | 2015-05-28
weir.txt | unknown | no date | 
