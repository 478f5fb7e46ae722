namespace Todoku.Authentication.TagLists;

/// <summary>One tag of a list.</summary>
/// <param name="Name">The name; letters of either case are different names.</param>
/// <param name="Value">The value without the blanks and folding around it.</param>
/// <param name="Offset">Where the name begins in the list, in octets.</param>
/// <param name="ValueStart">Where in the list the value's space begins: right behind the equals sign.</param>
/// <param name="ValueEnd">Where it ends: at the semicolon or at the end of the list.</param>
public readonly record struct Tag(ReadOnlyMemory<byte> Name, ReadOnlyMemory<byte> Value, int Offset, int ValueStart, int ValueEnd);
