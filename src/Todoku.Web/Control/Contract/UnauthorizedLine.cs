namespace Todoku.Web.Control.Contract;

/// <summary>A path that is not used for a sender domain.</summary>
/// <param name="Path">The name of the path.</param>
/// <param name="Sender">The sender domain; empty for the null sender.</param>
/// <param name="Why">Which record is missing, in English.</param>
public sealed record UnauthorizedLine(string Path, string Sender, string Why);
