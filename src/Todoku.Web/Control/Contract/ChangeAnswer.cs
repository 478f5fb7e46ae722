namespace Todoku.Web.Control.Contract;

/// <summary>What became of a change.</summary>
/// <param name="Changed">Entries changed.</param>
/// <param name="BeingSent">Entries left alone since they are being sent.</param>
/// <param name="Matched">Entries that were meant, changed or not.</param>
public sealed record ChangeAnswer(int Changed, int BeingSent, int Matched);
