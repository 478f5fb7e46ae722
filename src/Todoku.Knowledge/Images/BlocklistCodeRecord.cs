using Todoku.Knowledge.Blocklists;

namespace Todoku.Knowledge.Images;

/// <summary>A return code of a zone; texts are indexes of strings.</summary>
/// <param name="Pattern">As its file writes it.</param>
/// <param name="Name">The part of the list.</param>
/// <param name="Meaning">What it says, in English.</param>
/// <param name="MeaningJapanese">What it says, in Japanese.</param>
/// <param name="Low">The least value of each octet, the first in the highest bits.</param>
/// <param name="High">The greatest value of each octet.</param>
/// <param name="Steps">Where its steps begin.</param>
/// <param name="StepCount">How many.</param>
/// <param name="Bit">A bit of the last octet that must be set; 0 for none.</param>
/// <param name="Kind">What kind of listing it is.</param>
internal readonly record struct BlocklistCodeRecord(
    uint Pattern, uint Name, uint Meaning, uint MeaningJapanese, uint Low, uint High, uint Steps, ushort StepCount, byte Bit, ListingKind Kind);
