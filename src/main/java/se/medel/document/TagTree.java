package se.medel.document;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * Mends the tags that the renderer wrote. A checker passes them as they are; a person who listens to the document would
 * stumble on them.
 */
final class TagTree {

    private static final COSName S = COSName.S;
    private static final COSName MCID = COSName.MCID;

    /** Tags that say nothing when empty. Cells aren't among them: a row must keep its columns (ISO 14289-1 7.5). */
    private static final Set<String> SHELLS = Set.of("THead", "TBody", "TFoot", "Span", "Div", "Sect", "P");

    private final PDDocument document;
    private final Map<COSDictionary, Set<Integer>> repeated = new IdentityHashMap<>();

    private TagTree(PDDocument document) {
        this.document = document;
    }

    static void mend(PDDocument document) throws IOException {
        TagTree tree = new TagTree(document);
        COSDictionary root =
                document.getDocumentCatalog().getStructureTreeRoot().getCOSObject();
        tree.mend(root);
        for (PDPage page : document.getPages()) {
            tree.rewrite(page);
        }
        tree.forgetRepeated(root.getCOSDictionary(COSName.PARENT_TREE).getCOSArray(COSName.NUMS));
    }

    private void mend(COSDictionary element) {
        if ("THead".equals(element.getNameAsString(S))) {
            keepFirstOccurrence(element, element.getCOSDictionary(COSName.PG));
        }
        List<COSBase> mended = new ArrayList<>();
        COSDictionary caption = null;
        COSDictionary table = null;
        for (COSBase kid : kids(element)) {
            if (isElement(kid)) {
                COSDictionary child = (COSDictionary) kid;
                mend(child);
                String tag = child.getNameAsString(S);
                if (SHELLS.contains(tag) && kids(child).isEmpty()) {
                    continue;
                }
                if ("Caption".equals(tag)) {
                    caption = child;
                    continue;
                }
                if ("Table".equals(tag)) {
                    table = child;
                }
                kid = isWrapperOfTable(child) ? onlyKid(child, element) : child;
            }
            mended.add(kid);
        }
        // The renderer wraps each table and its caption in an element of their own.
        if (caption != null && table != null) {
            prepend(table, caption);
        } else if (caption != null) {
            mended.add(caption);
        }
        setKids(element, mended);
    }

    /**
     * A long table shows its header again on each page, and the renderer tags it again each time. Read aloud, the
     * header would be interrupted by itself; the later ones belong to the page, not to the text (ISO 14289-1 7.8).
     */
    private void keepFirstOccurrence(COSDictionary element, COSDictionary firstPage) {
        List<COSBase> kept = new ArrayList<>();
        for (COSBase kid : kids(element)) {
            if (isElement(kid)) {
                keepFirstOccurrence((COSDictionary) kid, firstPage);
            } else if (kid instanceof COSDictionary reference
                    && reference.containsKey(MCID)
                    && reference.getCOSDictionary(COSName.PG) != firstPage) {
                repeated.computeIfAbsent(reference.getCOSDictionary(COSName.PG), page -> new HashSet<>())
                        .add(reference.getInt(MCID));
                continue;
            }
            kept.add(kid);
        }
        setKids(element, kept);
    }

    /** A caption is the first thing in its table (ISO 32000-1 14.8.4.3.4); the renderer puts it beside the table. */
    private static void prepend(COSDictionary table, COSDictionary caption) {
        List<COSBase> kids = kids(table);
        kids.add(0, caption);
        caption.setItem(COSName.P, table);
        setKids(table, kids);
    }

    private static boolean isWrapperOfTable(COSDictionary element) {
        List<COSBase> kids = kids(element);
        return "Div".equals(element.getNameAsString(S))
                && kids.size() == 1
                && isElement(kids.get(0))
                && "Table".equals(((COSDictionary) kids.get(0)).getNameAsString(S));
    }

    private static COSDictionary onlyKid(COSDictionary wrapper, COSDictionary parent) {
        COSDictionary kid = (COSDictionary) kids(wrapper).get(0);
        kid.setItem(COSName.P, parent);
        return kid;
    }

    /**
     * Marks the repeated headers as artifacts, and writes each property list where it is used: as resources of the
     * page, as the renderer has them, they make up half of a document with a long table.
     */
    private void rewrite(PDPage page) throws IOException {
        COSDictionary resources = page.getResources().getCOSObject();
        COSDictionary properties = resources.getCOSDictionary(COSName.PROPERTIES);
        Set<Integer> artifacts = repeated.getOrDefault(page.getCOSObject(), Set.of());
        List<Object> tokens = new PDFStreamParser(page).parse();
        for (int i = 2; i < tokens.size(); i++) {
            if (tokens.get(i) instanceof Operator operator && operator.getName().equals("BDC")) {
                COSDictionary list = tokens.get(i - 1) instanceof COSName name
                        ? properties.getCOSDictionary(name)
                        : (COSDictionary) tokens.get(i - 1);
                if (artifacts.contains(list.getInt(MCID))) {
                    tokens.set(i - 2, COSName.ARTIFACT);
                    list = new COSDictionary();
                    list.setItem(COSName.TYPE, COSName.getPDFName("Pagination"));
                }
                list.setDirect(true);
                tokens.set(i - 1, list);
            }
        }
        PDStream contents = new PDStream(document);
        try (OutputStream out = contents.createOutputStream(COSName.FLATE_DECODE)) {
            new ContentStreamWriter(out).writeTokens(tokens);
        }
        page.setContents(contents);
        resources.removeItem(COSName.PROPERTIES);
    }

    private void forgetRepeated(COSArray parentTree) {
        repeated.forEach((page, ids) -> {
            for (int i = 0; i < parentTree.size(); i += 2) {
                if (parentTree.getInt(i) == page.getInt(COSName.STRUCT_PARENTS)) {
                    COSArray owners = (COSArray) parentTree.getObject(i + 1);
                    ids.forEach(id -> owners.set(id, COSNull.NULL));
                }
            }
        });
    }

    private static boolean isElement(COSBase kid) {
        return kid instanceof COSDictionary dictionary && dictionary.containsKey(S);
    }

    private static List<COSBase> kids(COSDictionary element) {
        List<COSBase> kids = new ArrayList<>();
        COSBase value = element.getDictionaryObject(COSName.K);
        if (value instanceof COSArray array) {
            for (COSBase kid : array) {
                kids.add(kid instanceof COSObject reference ? reference.getObject() : kid);
            }
        } else if (value instanceof COSDictionary || value instanceof COSInteger) {
            kids.add(value);
        }
        return kids;
    }

    private static void setKids(COSDictionary element, List<COSBase> kids) {
        if (kids.isEmpty()) {
            element.removeItem(COSName.K);
        } else if (kids.size() == 1) {
            element.setItem(COSName.K, kids.get(0));
        } else {
            element.setItem(COSName.K, new COSArray(kids));
        }
    }
}
