# story: anniversaries, datelines and offices date articles
article parish.txt  date=2009-06-15
  Fifty years

  Ines and Karl Brask were married on 13 June 1959 in Ostrow.

article wedding.txt
  A diamond wedding

  Ines and Karl Brask of Ostrow celebrated their diamond wedding last month.

article fire.txt  date=2011-02-03
  The mill

  The mill at Lindholm burned down on 2 February 2011, and the harbour with it.

article wire.txt
  The mill, a month on

  LINDHOLM, 3 March (Northline Press) — The mill at Lindholm burned down on Wednesday, 2 February.

article market.txt  date=2014-05-01
  The market

  Mayor Ada Rusk opened the market.

article book.txt
  A book

  The former mayor Ada Rusk has written a book.

build

query dates --columns article,basis,candidate
----
book.txt | inferred | from 1 May 2014
fire.txt | stated | 3 Feb 2011
market.txt | stated | 1 May 2014
parish.txt | stated | 15 Jun 2009
wedding.txt | inferred | 1–31 Jul 2019
wire.txt | inferred | 3–4 Mar 2011
