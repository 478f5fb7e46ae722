namespace Todoku.Authentication.TagLists;

/// <summary>What can be wrong with a tag list.</summary>
public enum TagListProblem
{
    /// <summary>Nothing stands between two semicolons, or before the first.</summary>
    EmptyTag,

    /// <summary>No equals sign.</summary>
    NoEqualsSign,

    /// <summary>The name is none: it is empty, or holds something else than letters, digits, underscores and hyphens.</summary>
    BadName,

    /// <summary>The value holds a control character.</summary>
    BadValue,

    /// <summary>A name stands twice.</summary>
    DuplicateTag,

    /// <summary>More than <see cref="TagList.MaxTags"/> tags.</summary>
    TooManyTags,

    /// <summary>More than <see cref="TagList.MaxLength"/> octets.</summary>
    TooLong,
}
