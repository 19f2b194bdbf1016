package org.commonground.workflow.access;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * A request whose body has been read and looked at, and can be read once more by the engine. A body is JSON, plain and
 * not compressed, or it is refused.
 */
final class ReadBody extends HttpServletRequestWrapper {

    /** Bytes; the longest form has a few pages of text. */
    private static final int LONGEST = 1_000_000;

    private final byte[] body;
    private final String query;

    private ReadBody(HttpServletRequest request, byte[] body, String query) {
        super(request);
        this.body = body;
        this.query = query;
    }

    /** @param query what the engine is to read as the query string */
    static ReadBody of(HttpServletRequest request, List<String> path, String query) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            throw RefusedByWall.tooLarge();
        }
        if (body.length > 0) {
            requireJson(request);
            boolean form = path.get(path.size() - 1).equals("submit-form");
            NoExpressions.in(body, !form);
            if (form) {
                FormBody.require(body);
            }
        }
        return new ReadBody(request, body, query);
    }

    private static void requireJson(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.CONTENT_ENCODING) != null || !isJson(request.getContentType())) {
            throw RefusedByWall.malformed("This is not JSON");
        }
    }

    private static boolean isJson(String contentType) {
        try {
            return contentType != null
                    && MediaType.APPLICATION_JSON.equalsTypeAndSubtype(MediaType.parseMediaType(contentType));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    @Override
    public String getQueryString() {
        return query;
    }

    @Override
    public ServletInputStream getInputStream() {
        ByteArrayInputStream bytes = new ByteArrayInputStream(body);
        return new ServletInputStream() {
            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public int read(byte[] into, int from, int length) {
                return bytes.read(into, from, length);
            }

            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException("the body is there already");
            }
        };
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
}
