using Todoku.Mail;

namespace Todoku.Authentication.Spf;

/// <summary>A domain or a text with macros in it, read once (RFC 7208, section 7).</summary>
public sealed class MacroString
{
    internal MacroString(string text, IReadOnlyList<MacroPiece> pieces)
    {
        Text = text;
        Pieces = [.. pieces];
        HasMacros = pieces.Any(piece => piece.Literal is null);
        UsesLocalPart = pieces.Any(piece => piece.Literal is null && piece.Letter is 's' or 'l');
        UsesClientName = pieces.Any(piece => piece.Literal is null && piece.Letter == 'p');
        if (!HasMacros) Fixed = MacroExpander.ToTarget(string.Concat(pieces.Select(piece => piece.Literal)));
    }

    /// <summary>The text as it stands in the record.</summary>
    public string Text { get; }

    /// <summary>Whether its value depends on the client or the sender.</summary>
    public bool HasMacros { get; }

    /// <summary>The domain name it stands for; null when that depends on macros, or when it is none that DNS can carry.</summary>
    public DomainName? Name => Fixed?.Name;

    internal MacroPiece[] Pieces { get; }

    /// <summary>The target when no macro is in it.</summary>
    internal TargetName? Fixed { get; }

    /// <summary>Whether the sender's local part is in it: <c>%{s}</c>, <c>%{l}</c>.</summary>
    internal bool UsesLocalPart { get; }

    /// <summary>Whether the client's validated name is in it: <c>%{p}</c>.</summary>
    internal bool UsesClientName { get; }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
