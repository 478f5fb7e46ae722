namespace Todoku.Knowledge.Images;

/// <summary>A signer; indexes of strings, and where in <see cref="ImageSection.TextLists"/> its MX domains, SPF domains and selectors stand, one list behind the other.</summary>
internal readonly record struct SignerRecord(uint Id, uint Name, uint Texts);
