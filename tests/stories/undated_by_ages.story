# story: an article without a date is dated by two ages of one person
article opening.txt  date=2015-06-10
  The theatre in Marden

  Lena Voss, 35, opened the new theatre in Marden on Wednesday.

article hearing.txt
  The theatre again

  Lena Voss, 38, will sell the theatre in Marden.

article second.txt  date=2015-11-02
  A second stage

  Lena Voss, 36, opened a second theatre in Marden on Monday. Voss has run the company since spring.

article namesake.txt
  A striker signs

  Lena Voss, 19, a striker, has signed for Ostrow.

build

query dates --columns article,basis,candidate,origin,as
----
hearing.txt | inferred | 11 Jun 2017 – 1 Nov 2018 | other articles | Lena Voss, 38
namesake.txt | unknown | no date |  | 
opening.txt | stated | 10 Jun 2015 | first-line | 2015-06-10
second.txt | stated | 2 Nov 2015 | first-line | 2015-11-02

query timeline --columns when,basis,line
----
10 Jun 2015 | read | Lena Voss, 35, opened the new theatre in Marden on Wednesday.
2 Nov 2015 | read | Lena Voss, 36, opened a second theatre in Marden on Monday.
by 1 Nov 2018 | inferred | Lena Voss, 38, will sell the theatre in Marden.
no date | unknown | Lena Voss, 19, a striker, has signed for Ostrow.
