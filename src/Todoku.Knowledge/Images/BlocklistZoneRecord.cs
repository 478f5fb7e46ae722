using Todoku.Knowledge.Blocklists;

namespace Todoku.Knowledge.Images;

/// <summary>A zone of a blocklist.</summary>
/// <param name="Name">Its name among the strings.</param>
/// <param name="TestListed">What it always lists, among the strings.</param>
/// <param name="TestClear">What it never lists, among the strings.</param>
/// <param name="Blocklist">The blocklist it belongs to.</param>
/// <param name="Codes">Where its codes begin.</param>
/// <param name="CodeCount">How many.</param>
/// <param name="Scope">What it lists.</param>
/// <param name="Use">Whether it can be asked.</param>
/// <param name="Policy">What its operator asks for.</param>
/// <param name="IsMajor">Whether large receivers use it.</param>
/// <param name="IsAsked">Whether it is asked without being told to.</param>
/// <param name="AsksNeighbours">Whether it is asked for neighbours too.</param>
internal readonly record struct BlocklistZoneRecord(
    uint Name, uint TestListed, uint TestClear, uint Blocklist, uint Codes, ushort CodeCount,
    BlocklistScope Scope, BlocklistUse Use, BlocklistPolicy Policy, bool IsMajor, bool IsAsked, bool AsksNeighbours);
