namespace Todoku.Smtp.Data;

/// <summary>How far a message after DATA was read.</summary>
public enum DotProgress : byte
{
    /// <summary>The end was not found yet.</summary>
    More,

    /// <summary>CRLF.CRLF was found. What follows is commands.</summary>
    End,

    /// <summary>Bare line breaks around a dot: the client takes this for the end and it is none. What follows can't be trusted.</summary>
    Broken,
}
