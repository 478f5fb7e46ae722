namespace Todoku.Web.Control.Contract;

/// <summary>How paths stand, refused ones first.</summary>
/// <param name="Paths">The lines.</param>
/// <param name="Unauthorized">Sender domains that paths are not used for, since a record is missing.</param>
public sealed record PathsAnswer(IReadOnlyList<PathLine> Paths, IReadOnlyList<UnauthorizedLine> Unauthorized);
