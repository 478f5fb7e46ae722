namespace Todoku.Knowledge.Images;

/// <summary>Whose words a rule reads.</summary>
internal enum Locality : byte
{
    /// <summary>Anybody's.</summary>
    Any,

    /// <summary>The sending server's own.</summary>
    Local,

    /// <summary>A remote server's.</summary>
    Remote,
}
