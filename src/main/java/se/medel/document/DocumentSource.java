package se.medel.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads the XHTML of one document and makes it fit to print: safe, with our stylesheet, bookmarks and visible text. */
final class DocumentSource {

    /** Where Quarkus serves it to the browser from, as {@code /document/document.css}. */
    private static final String STYLESHEET = stylesheet("/META-INF/resources/document/document.css")
            + stylesheet("/META-INF/resources/document/widths.css");

    private static final Pattern HTML_DOCTYPE =
            Pattern.compile("\\A\\s*(<\\?xml[^>]*\\?>)?\\s*<!DOCTYPE\\s+html\\s*>", Pattern.CASE_INSENSITIVE);

    private static final Pattern CHARACTER_REFERENCE = Pattern.compile("&#(?:x([0-9a-fA-F]+)|([0-9]+));");

    /** Only for the browser: its stylesheet comes with the document here, and nothing is fetched. */
    private static final Set<String> FOR_THE_SCREEN = Set.of("link", "script", "base");

    /** The renderer breaks off on form controls and leaves out what it can't fetch; a document must not lose parts. */
    private static final Set<String> REFUSED =
            Set.of("input", "select", "textarea", "button", "img", "svg", "object", "iframe", "video", "audio");

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3");

    private DocumentSource() {}

    /**
     * @param draws whether the font has a glyph for a code point
     * @throws IllegalArgumentException for XHTML that a template must not produce: not well formed, with a document
     *     type of its own, or with an element that can't be printed
     */
    static Document read(String xhtml, String language, IntPredicate draws) {
        Document document = parse(xhtml);
        Element html = document.getDocumentElement();
        Element head = child(html, "head");
        if (!"html".equals(html.getTagName()) || head == null || child(html, "body") == null) {
            throw new IllegalArgumentException("A document needs html with head and body");
        }
        // Without it the renderer claims that the text is American English.
        html.setAttribute("lang", language);
        String replacement = draws.test(0x25A1) ? "\u25A1" : "?";
        List<Element> headings = new ArrayList<>();
        prepare(html, draws, replacement, headings);
        addBookmarks(head, headings);
        Element style = document.createElementNS(html.getNamespaceURI(), "style");
        style.setAttribute("type", "text/css");
        style.setTextContent(STYLESHEET);
        head.insertBefore(style, head.getFirstChild());
        return document;
    }

    private static Document parse(String xhtml) {
        // A document type may name files and entities. HTML's own has neither and only matters to browsers, so it is
        // taken away and every other one refused.
        String source = HTML_DOCTYPE.matcher(withValidCharacters(xhtml)).replaceFirst("");
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setCoalescing(true);
            factory.setIgnoringComments(true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder.parse(new InputSource(new StringReader(source)));
        } catch (SAXException e) {
            throw new IllegalArgumentException("Not well-formed XHTML: " + e.getMessage(), e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * XML 1.0 (2.2) has no place for most control characters and lone surrogates, not even as references, but a person
     * can paste them into a form. They become U+FFFD, which is drawn as a missing character.
     */
    static String withValidCharacters(String text) {
        String referenced = CHARACTER_REFERENCE
                .matcher(text)
                .replaceAll(match -> isXmlCharacter(
                                match.group(1) != null ? codePoint(match.group(1), 16) : codePoint(match.group(2), 10))
                        ? match.group()
                        : "\uFFFD");
        StringBuilder valid = new StringBuilder(referenced.length());
        referenced.codePoints().forEach(c -> valid.appendCodePoint(isXmlCharacter(c) ? c : 0xFFFD));
        return valid.toString();
    }

    private static int codePoint(String digits, int radix) {
        try {
            return Integer.parseInt(digits, radix);
        } catch (NumberFormatException tooLarge) {
            return -1;
        }
    }

    private static boolean isXmlCharacter(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || (c >= 0x10000 && c <= 0x10FFFF);
    }

    private static void prepare(Element element, IntPredicate draws, String replacement, List<Element> headings) {
        String tag = element.getTagName();
        if (REFUSED.contains(tag)) {
            throw new IllegalArgumentException("A document can't contain <" + tag + ">");
        }
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            attribute.setValue(normalised(attribute.getValue()));
        }
        for (Node node = element.getFirstChild(), next; node != null; node = next) {
            next = node.getNextSibling();
            if (node instanceof Element inner && FOR_THE_SCREEN.contains(inner.getTagName())) {
                element.removeChild(inner);
            } else if (node instanceof Element inner) {
                prepare(inner, draws, replacement, headings);
            } else if (node instanceof Text text) {
                // Not before parsing: a combining mark after '>' would swallow the end of the tag.
                text.setData(drawable(normalised(text.getData()), draws, replacement));
            }
        }
        if (HEADINGS.contains(tag)) {
            headings.add(element);
        }
        // ISO 14289-1 7.18.5: a link says where it leads, also where only its annotation is read.
        if (tag.equals("a") && !element.hasAttribute("title")) {
            element.setAttribute("title", oneLine(element));
        }
    }

    private static String normalised(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static String drawable(String text, IntPredicate draws, String replacement) {
        StringBuilder drawable = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (canBeSeen(c, draws)) {
                drawable.appendCodePoint(c);
            } else {
                drawable.append(replacement);
            }
        });
        return drawable.toString();
    }

    /**
     * Marks that steer the direction of writing could make a name read as another one, and ISO 19005-3 6.2.11.7 has no
     * place for private characters: those count as missing even where the font has them.
     */
    private static boolean canBeSeen(int c, IntPredicate draws) {
        if (c == '\n' || c == '\t' || c == '\r' || c == 0xAD) {
            return true; // white space, and the soft hyphen, which is only a proposal
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> c != 0xFFFC && c != 0xFFFD && draws.test(c);
        };
    }

    /** The renderer makes the outline from {@code bookmarks} in the head; deeper headings would only crowd it. */
    private static void addBookmarks(Element head, List<Element> headings) {
        String namespace = head.getNamespaceURI();
        Document document = head.getOwnerDocument();
        Element bookmarks = document.createElementNS(namespace, "bookmarks");
        Deque<Element> open = new ArrayDeque<>();
        Deque<Integer> levels = new ArrayDeque<>();
        for (int i = 0; i < headings.size(); i++) {
            Element heading = headings.get(i);
            if (!heading.hasAttribute("id")) {
                heading.setAttribute("id", "heading-" + (i + 1));
            }
            int level = heading.getTagName().charAt(1) - '0';
            while (!levels.isEmpty() && levels.peek() >= level) {
                levels.pop();
                open.pop();
            }
            Element bookmark = document.createElementNS(namespace, "bookmark");
            bookmark.setAttribute("name", oneLine(heading));
            bookmark.setAttribute("href", "#" + heading.getAttribute("id"));
            (open.isEmpty() ? bookmarks : open.peek()).appendChild(bookmark);
            open.push(bookmark);
            levels.push(level);
        }
        head.appendChild(bookmarks);
    }

    private static String oneLine(Element element) {
        return element.getTextContent().strip().replaceAll("[ \t\r\n]+", " ");
    }

    private static Element child(Element parent, String tag) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(tag)) {
                return element;
            }
        }
        return null;
    }

    private static String stylesheet(String resource) {
        try (InputStream file = DocumentSource.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The parser's own handler prints to the error stream. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {}

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
