// HeidelTime, all articles by one Java machine.
//
//   java -cp HEIDELTIME.jar PeerHeidelTime.java FOLDER ANSWER CONFIG treetagger|no
//
// As peer_python.py; places are counted in units of UTF-16. CONFIG is HeidelTime's own config.props.
// TreeTagger is started by HeidelTime for each article: the time of its processes counts too.
import de.unihd.dbs.heideltime.standalone.DocumentType;
import de.unihd.dbs.heideltime.standalone.HeidelTimeStandalone;
import de.unihd.dbs.heideltime.standalone.OutputType;
import de.unihd.dbs.heideltime.standalone.POSTagger;
import de.unihd.dbs.heideltime.standalone.components.ResultFormatter;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import de.unihd.dbs.uima.types.heideltime.Timex3;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.logging.LogManager;
import org.apache.uima.jcas.JCas;

public class PeerHeidelTime {
  static final int PASSES = 5;
  static final double SECONDS = 20;

  record Article(String name, String text, Date day) {}

  // Of one article: those that stand in no other, by place, as lines of JSON.
  record Times(String name, List<String> lines) implements ResultFormatter {
    public String format(JCas cas) {
      List<Timex3> all = new ArrayList<>();
      cas.getAnnotationIndex(Timex3.type).forEach(each -> all.add((Timex3) each));
      all.sort(Comparator.comparingInt(Timex3::getBegin).thenComparingInt(each -> -each.getEnd()));
      int end = 0;
      for (Timex3 each : all) {
        if (each.getBegin() < end) continue;
        end = each.getEnd();
        lines.add(
            String.format("[\"%s\",%d,%d,\"%s\"]", name, each.getBegin(), end, each.getTimexValue()));
      }
      return "";
    }
  }

  // Of this process and those it has waited for; the kernel counts in hundredths.
  static double processorSeconds() throws Exception {
    String stat = Files.readString(Path.of("/proc/self/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    long ticks = 0;
    for (int i = 11; i <= 14; ++i) ticks += Long.parseLong(fields[i]);
    return ticks / 100.0;
  }

  public static void main(String[] words) throws Exception {
    LogManager.getLogManager().reset();
    SimpleDateFormat day = new SimpleDateFormat("yyyy-MM-dd");
    List<Article> articles = new ArrayList<>();
    try (var files = Files.list(Path.of(words[0]))) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString().replaceFirst("\\.txt$", "");
        articles.add(new Article(name, Files.readString(file), day.parse(name.substring(0, 10))));
      }
    }
    HeidelTimeStandalone heidelTime =
        new HeidelTimeStandalone(
            Language.ENGLISH,
            DocumentType.NEWS,
            OutputType.TIMEML,
            words[2],
            POSTagger.valueOf(words[3].toUpperCase()));
    heidelTime.process("It rained on 3 May 2020.", new Date(0), new Times("", new ArrayList<>()));
    List<String> lines = new ArrayList<>();
    int failed = 0;
    double best = Double.MAX_VALUE;
    double all = 0;
    for (int pass = 0; pass < PASSES && all < SECONDS; ++pass) {
      lines.clear();
      failed = 0;
      double begin = processorSeconds();
      for (Article each : articles) {
        try {
          heidelTime.process(each.text(), each.day(), new Times(each.name(), lines));
        } catch (Exception problem) {
          ++failed; // whatever it is, the other articles are read
        }
      }
      double seconds = processorSeconds() - begin;
      best = Math.min(best, seconds);
      all += seconds;
    }
    String report = "{\"seconds\":%s,\"failed\":%d,\"unit\":\"utf16\",\"times\":[%s]}";
    Files.writeString(
        Path.of(words[1]), String.format(report, best, failed, String.join(",\n", lines)));
  }
}
