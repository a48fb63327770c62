package acquaint.bench;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/** What anybody would do first: BM25 as it comes, over texts with English stems and without English stop words. */
final class PlainSearch implements AutoCloseable {

    private final Analyzer analyzer = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            var words = new StandardTokenizer();
            return new TokenStreamComponents(words, new PorterStemFilter(new StopFilter(new LowerCaseFilter(words), stopWords())));
        }
    };
    private final DirectoryReader reader;

    /** {@code texts} by their ids. */
    PlainSearch(Map<String, String> texts) throws IOException {
        var directory = new ByteBuffersDirectory();
        try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            for (var text : texts.entrySet()) {
                var document = new Document();
                document.add(new StringField("id", text.getKey(), Store.YES));
                document.add(new TextField("text", text.getValue(), Store.NO));
                writer.addDocument(document);
            }
        }
        reader = DirectoryReader.open(directory);
    }

    private static CharArraySet stopWords() {
        try (var list = new InputStreamReader(SnowballFilter.class.getResourceAsStream("english_stop.txt"), StandardCharsets.UTF_8)) {
            return WordlistLoader.getSnowballWordSet(list);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The ids of the best, best first. */
    List<String> search(String words, int limit) throws IOException {
        var searcher = new IndexSearcher(reader);
        var ids = new ArrayList<String>();
        var query = new QueryBuilder(analyzer).createBooleanQuery("text", words);
        if (query != null) {
            for (ScoreDoc hit : searcher.search(query, limit).scoreDocs) {
                ids.add(searcher.storedFields().document(hit.doc).get("id"));
            }
        }
        return ids;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
