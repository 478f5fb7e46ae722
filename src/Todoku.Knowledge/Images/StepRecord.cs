namespace Todoku.Knowledge.Images;

/// <summary>A step; texts are indexes of strings: the four of English, then those of Japanese.</summary>
internal readonly record struct StepRecord(
    uint Id, uint Do, uint Why, uint Verify, uint IfRefused, uint DoJapanese, uint WhyJapanese, uint VerifyJapanese, uint IfRefusedJapanese, StepGroup Group);
