# story: of a long timeline the short edition keeps what later articles look back on
article 01.txt  date=2024-03-04  outlet=Halden Echo
  The roof of the Halden theatre falls in

  The roof of the Halden theatre fell in on 3 March 2024, an hour before a concert. The painter Mira Toft had left the stage at noon.

  The theatre was opened on 9 May 1931. It got a new stage on 2 June 1978. A crack in its plaster was photographed on 14 January 2024.

article 02.txt  date=2024-03-05  outlet=Coast Wire
  Halden theatre: a night of dust

  The roof of the Halden theatre came down on Sunday. Mira Toft, who painted its scenes, will count her brushes on 6 March 2024.

  Tickets for the concert had been sold since 1 February 2024. The choir of Vessing had to turn back on 3 March 2024.

article 03.txt  date=2024-03-11  outlet=Evening Bell
  Who knew of the crack in the Halden theatre?

  A carpenter wrote to the Halden theatre on 20 January 2024 and warned of a crack above the stage. The roof fell in on 3 March 2024.

  The letter was opened on 22 January 2024, the theatre's caretaker said. A beam was propped on 30 January 2024. The prop was taken away on 12 February 2024.

article 04.txt  date=2024-04-13  outlet=Halden Echo
  Builder of the Halden theatre's roof charged

  The builder Oskar Lind was charged on 12 April 2024 with neglect. He had mended the roof of the Halden theatre, which fell in on 3 March 2024.

  Lind signed for the work on 5 August 2022. The work was paid on 17 October 2022. A second bill of 3 November 2022 was never paid.

article 05.txt  date=2024-05-21  outlet=Coast Wire
  Halden theatre plays in a barn

  The players of the Halden theatre opened a barn as their stage on 20 May 2024. Oskar Lind, charged on 12 April 2024, sent no flowers.

  Mira Toft painted the barn's doors on 11 May 2024. Its floor was laid on 2 May 2024. The owner of the barn had said yes on 24 March 2024.

article 06.txt  date=2024-09-03  outlet=Evening Bell
  Trial over the Halden theatre's roof begins

  The trial of Oskar Lind began on 2 September 2024. The roof of the Halden theatre fell in on 3 March 2024, and Lind was charged on 12 April 2024.

  The court saw the carpenter's letter of 20 January 2024. A witness fell ill on 28 August 2024. The judge visited the ruin on 19 August 2024.

article 07.txt  date=2024-10-19  outlet=Halden Echo
  Oskar Lind convicted over the Halden theatre's roof

  The builder Oskar Lind was convicted on 18 October 2024. The roof of the Halden theatre fell in on 3 March 2024. His trial began on 2 September 2024.

  Lind spoke on 7 October 2024 for the first time. An expert was heard on 23 September 2024. The jury went out on 16 October 2024.

article 08.txt  date=2025-03-04  outlet=Coast Wire
  A year on, the Halden theatre has a roof

  The Halden theatre, whose roof fell in on 3 March 2024, was opened again on 3 March 2025. Oskar Lind, convicted on 18 October 2024, was not invited.

  Mira Toft finished the curtain on 26 February 2025. The old bell was found on 9 July 2024, its rope on 14 July 2024. The first tile was laid on 4 November 2024. The last one came on 30 January 2025.

build

# the warning, the fall, the charge, the trial, the verdict
query timeline --short 5 --columns edtf,articles,rank
----
2024-01-20 | 2 | 3
2024-03-03 | 7 | 1
2024-04-12 | 3 | 2
2024-09-02 | 2 | 4
2024-10-18 | 2 | 5

query timeline --short 1 --columns edtf
----
2024-03-03

refuse timeline --short none
----
is no number of lines
