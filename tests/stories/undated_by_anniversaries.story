# story: anniversaries, datelines and offices date articles
article parish.txt  date=2009-06-15
  The oldest couple

  Ines and Karl Brask were wed on 2 May 1961 in Ostrow, in the rain.

article wedding.txt
  Half a century

  Karl Brask and his wife marked their golden wedding in Ostrow last month.

article fire.txt  date=2011-02-03
  The mill

  The mill at Lindholm burned down on 2 February 2011, and the harbour with it.

article wire.txt
  The mill, a month on

  LINDHOLM, 3 March (Northline Press) — The mill at Lindholm burned down on Wednesday, 2 February.

article fair.txt  date=2014-05-01
  The fair

  Mayor Ada Rusk welcomed the guests of the fair.

article bees.txt
  Bees

  The former mayor Ada Rusk keeps bees these days.

build

query dates --columns article,basis,candidate
----
bees.txt | inferred | from 1 May 2014
fair.txt | stated | 1 May 2014
fire.txt | stated | 3 Feb 2011
parish.txt | stated | 15 Jun 2009
wedding.txt | inferred | 1–30 Jun 2011
wire.txt | inferred | 3–4 Mar 2011
