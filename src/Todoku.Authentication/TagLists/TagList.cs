using System.Diagnostics.CodeAnalysis;

namespace Todoku.Authentication.TagLists;

/// <summary>A list of tags "name=value; name=value" (RFC 6376, section 3.2), as DKIM signatures, DKIM keys and ARC fields are written.</summary>
public sealed class TagList
{
    /// <summary>The most octets that are read.</summary>
    public const int MaxLength = 256 * 1024;

    /// <summary>The most tags that are read; what is in use has at most 15.</summary>
    public const int MaxTags = 100;

    private readonly Tag[] _tags;

    private TagList(ReadOnlyMemory<byte> text, Tag[] tags)
    {
        Text = text;
        _tags = tags;
    }

    /// <summary>The list as written.</summary>
    public ReadOnlyMemory<byte> Text { get; }

    /// <summary>The tags in their order.</summary>
    public IReadOnlyList<Tag> Tags => _tags;

    /// <summary>Reads a list. A semicolon may end it; a name that stands twice makes the whole list invalid.</summary>
    public static bool TryParse(ReadOnlyMemory<byte> text, [NotNullWhen(true)] out TagList? list, out TagListError error)
    {
        list = null;
        error = default;
        if (text.Length > MaxLength)
        {
            error = new TagListError(TagListProblem.TooLong, MaxLength);
            return false;
        }
        var tags = new List<Tag>(12);
        var octets = text.Span;
        for (var at = 0; at < octets.Length;)
        {
            var semicolon = octets[at..].IndexOf((byte)';');
            var end = semicolon < 0 ? octets.Length : at + semicolon;
            // What follows the last semicolon may be blank.
            if (semicolon < 0 && tags.Count > 0 && Trim(octets[at..]).IsEmpty) break;
            if (TryReadTag(text, at, end, tags, ref error) is not { } tag) return false;
            tags.Add(tag);
            at = end + 1;
        }
        if (tags.Count == 0)
        {
            error = new TagListError(TagListProblem.EmptyTag, 0);
            return false;
        }
        list = new TagList(text, [.. tags]);
        return true;
    }

    /// <summary>Finds a tag.</summary>
    public bool TryFind(ReadOnlySpan<byte> name, out Tag tag)
    {
        foreach (ref readonly var candidate in _tags.AsSpan())
        {
            if (!candidate.Name.Span.SequenceEqual(name)) continue;
            tag = candidate;
            return true;
        }
        tag = default;
        return false;
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text) => text.Trim(" \t\r\n"u8);

    private static Tag? TryReadTag(ReadOnlyMemory<byte> text, int start, int end, List<Tag> tags, ref TagListError error)
    {
        var octets = text.Span[start..end];
        var blanks = octets.Length - octets.TrimStart(" \t\r\n"u8).Length;
        var offset = start + blanks;
        var equals = octets.IndexOf((byte)'=');
        var name = equals < 0 ? default : Trim(octets[..equals]);
        TagListProblem? problem =
            blanks == octets.Length ? TagListProblem.EmptyTag
            : equals < 0 ? TagListProblem.NoEqualsSign
            : !IsName(name) ? TagListProblem.BadName
            : HasControl(octets[(equals + 1)..]) ? TagListProblem.BadValue
            : tags.Count == MaxTags ? TagListProblem.TooManyTags
            : Holds(tags, name) ? TagListProblem.DuplicateTag
            : null;
        if (problem is { } found)
        {
            error = new TagListError(found, offset);
            return null;
        }
        var value = text[(start + equals + 1)..end];
        return new Tag(text.Slice(offset, name.Length), value.Trim(" \t\r\n"u8), offset, start + equals + 1, end);
    }

    // A hyphen is no character of a name (RFC 6376, section 3.2), but names that are not known are passed over anyway, and such ones are in use.
    private static bool IsName(ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty || !char.IsAsciiLetter((char)name[0])) return false;
        foreach (var b in name)
        {
            if (!char.IsAsciiLetterOrDigit((char)b) && b is not ((byte)'_' or (byte)'-')) return false;
        }
        return true;
    }

    // Octets above ASCII are let through: internationalised mail has them (RFC 8616), and what a tag may hold is decided tag by tag.
    private static bool HasControl(ReadOnlySpan<byte> value)
    {
        foreach (var b in value)
        {
            if (b is < 0x20 or 0x7f && b is not ((byte)'\t' or (byte)'\r' or (byte)'\n')) return true;
        }
        return false;
    }

    private static bool Holds(List<Tag> tags, ReadOnlySpan<byte> name)
    {
        foreach (var tag in tags)
        {
            if (tag.Name.Span.SequenceEqual(name)) return true;
        }
        return false;
    }
}
