package se.medel.web;

import java.util.List;

/**
 * One page of many rows, as the tag {@code rowPages} shows the way to the others.
 *
 * @param all how many rows there are on all pages
 * @param page which page it is of how many, in words; null where one page is enough
 * @param before the address of the page before, null on the first
 * @param after the address of the page after, null on the last
 */
public record Paged<T>(List<T> rows, int all, String page, String before, String after) {

    /**
     * @param wanted the page that is asked for, counted from 1; the nearest there is, where it isn't there
     * @param address where the pages are, with a query or without
     */
    public static <T> Paged<T> of(List<T> all, int wanted, int size, String address, Msg msg) {
        int page = nearest(wanted, size, all.size());
        return part(
                all.subList((page - 1) * size, Math.min(page * size, all.size())),
                all.size(),
                page,
                size,
                address,
                msg);
    }

    /** The page that is there and nearest to the one asked for. */
    public static int nearest(int wanted, int size, int all) {
        return Math.max(1, Math.min(wanted, last(size, all)));
    }

    private static int last(int size, int all) {
        return Math.max(1, (all + size - 1) / size);
    }

    /**
     * One page of rows of which only these have been read.
     *
     * @param all how many there are on all pages
     * @param page which one it is, see {@link #nearest}
     */
    public static <T> Paged<T> part(List<T> rows, int all, int page, int size, String address, Msg msg) {
        int last = last(size, all);
        String to = address + (address.contains("?") ? "&" : "?") + "page=";
        return new Paged<>(
                List.copyOf(rows),
                all,
                last == 1 ? null : msg.pageOf(Integer.toString(page), Integer.toString(last)),
                page == 1 ? null : to + (page - 1),
                page == last ? null : to + (page + 1));
    }

    /** The page's number in an address; the first where it is none. */
    public static int number(String page) {
        return page != null && page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 1;
    }
}
