namespace Atkaruu.Kernel;

/// <summary>The way of an object from a piece of land to its commissioning act.</summary>
public enum WorksPhase { Land, Design, Expertise, Funding, Tender, Contract, Construction, Commissioning }

/// <summary>How far a document is adopted, or a body set up.</summary>
public enum ActionStep { Preparing, Agreeing, Adopted, Working }
