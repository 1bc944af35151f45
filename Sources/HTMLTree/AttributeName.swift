/// The attributes that readers of pages ask for by name, looked up without comparing strings.
///
/// Cases are spelled as the attributes are, with a capital for a hyphen and the letter after it: ``httpEquiv`` is
/// `http-equiv`. Others: ``HTMLDocument/attributeID(named:)``.
public enum AttributeName: UInt8, Sendable, Hashable, CaseIterable {
    case about, accept, acceptCharset, action, align, alt, amp, ariaHidden, ariaLabel, ariaLabelledby, `as`, async
    case autocomplete, bgcolor, border, cellpadding, cellspacing, charset, checked, cite, `class`, color, cols, colspan
    case content, controls, coords, crossorigin, data, dataSrc, dataSrcset, datatype, datetime, `defer`, dir, disabled
    case download, encoding, enctype, face, fill, `for`, frameborder, headers, height, hidden, href, hreflang
    case httpEquiv, id, integrity, itemid, itemprop, itemscope, itemtype, kind, label, lang, language, loading, loop
    case max, maxlength, media, method, min, multiple, muted, name, nonce, onclick, onload, open, placeholder, points, poster
    case preload, prefix, property, rel, required, resource, rev, role, rowspan, rows, sandbox, scope, selected, shape
    case size, sizes, slot, span, src, srcdoc, srcset, start, style, summary, tabindex, target, title, transform, type
    case typeof, usemap, valign, value, vocab, width, wrap, x, xmlns, y, d, r, cx, cy
}

/// An attribute's name in one document: an ``AttributeName``, or a name that the document introduced.
public struct AttributeID: Sendable, Hashable {
    @usableFromInline let rawValue: UInt32

    @usableFromInline
    init(rawValue: UInt32) { self.rawValue = rawValue }

    /// A known name.
    @inlinable
    public init(_ name: AttributeName) { rawValue = UInt32(name.rawValue) }

    /// The known name, if it is one.
    public var known: AttributeName? { rawValue < 256 ? AttributeName(rawValue: UInt8(rawValue)) : nil }
}
