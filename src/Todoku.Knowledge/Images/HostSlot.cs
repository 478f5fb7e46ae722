namespace Todoku.Knowledge.Images;

/// <summary>A slot of a hash table of host names.</summary>
/// <param name="Hash">The name's <see cref="HostHash"/>.</param>
/// <param name="Name">The name among the strings; 0 for a free slot.</param>
/// <param name="Provider">The provider.</param>
internal readonly record struct HostSlot(uint Hash, uint Name, uint Provider);
